// Joins standard input and output with a Unix socket, as the relay of a node does.
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int pass(int from, int to) {
    char bytes[4096];
    ssize_t count = read(from, bytes, sizeof bytes);
    return count > 0 && write(to, bytes, (size_t)count) == count;
}

int main(int count, char **arguments) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (count < 2 || strlen(arguments[count - 1]) >= sizeof address.sun_path) return 2;
    strcpy(address.sun_path, arguments[count - 1]);
    int node = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(node, (struct sockaddr *)&address, sizeof address) != 0) return 1;
    struct pollfd ends[2] = {{.fd = 0, .events = POLLIN}, {.fd = node, .events = POLLIN}};
    while (poll(ends, 2, -1) > 0) {
        if (ends[0].revents && !pass(0, node)) return 0;
        if (ends[1].revents && !pass(node, 1)) return 0;
    }
    return 0;
}
