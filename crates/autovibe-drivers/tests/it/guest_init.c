// The whole guest of the driver tests: it counts in memory, writes to the disk, and answers on the doorbell port.
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <net/route.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

static char memory[256];
static unsigned rebirths;

static void say(const char *format, ...) {
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    int console = open("/dev/console", O_WRONLY | O_NOCTTY);
    if (console >= 0) {
        (void)!write(console, text, (size_t)length);
        close(console);
    }
}

static void load_modules(void) {
    FILE *order = fopen("/modules/order", "r");
    char name[128];
    while (order && fscanf(order, "%100s", name) == 1) {
        char path[160];
        snprintf(path, sizeof path, "/modules/%s", name);
        int module = open(path, O_RDONLY);
        if (module < 0) {
            snprintf(path, sizeof path, "/modules/%s.ko", name);
            module = open(path, O_RDONLY);
        }
        if (module < 0 || syscall(SYS_finit_module, module, "", 0) != 0)
            say("TEST-GUEST module %s: %s\n", name, strerror(errno));
        if (module >= 0) close(module);
    }
    if (order) fclose(order);
}

static void set_network(void) {
    int handle = socket(AF_INET, SOCK_DGRAM, 0);
    struct ifreq request;
    memset(&request, 0, sizeof request);
    strcpy(request.ifr_name, "eth0");
    struct sockaddr_in *address = (struct sockaddr_in *)&request.ifr_addr;
    address->sin_family = AF_INET;
    inet_pton(AF_INET, "10.0.2.15", &address->sin_addr);
    if (ioctl(handle, SIOCSIFADDR, &request) != 0) say("TEST-GUEST address: %s\n", strerror(errno));
    inet_pton(AF_INET, "255.255.255.0", &address->sin_addr);
    ioctl(handle, SIOCSIFNETMASK, &request);
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    ioctl(handle, SIOCSIFFLAGS, &request);
    struct rtentry route;
    memset(&route, 0, sizeof route);
    struct sockaddr_in *gateway = (struct sockaddr_in *)&route.rt_gateway;
    gateway->sin_family = AF_INET;
    inet_pton(AF_INET, "10.0.2.2", &gateway->sin_addr);
    ((struct sockaddr_in *)&route.rt_dst)->sin_family = AF_INET;
    ((struct sockaddr_in *)&route.rt_genmask)->sin_family = AF_INET;
    route.rt_flags = RTF_UP | RTF_GATEWAY;
    ioctl(handle, SIOCADDRT, &route);
    close(handle);
}

// Opens a connection to `target` ("ADDRESS PORT"), sends one line, and gives the answer.
static void dial(const char *target, char *answer, size_t size) {
    char address_text[64];
    int port = 0;
    if (sscanf(target, "%60s %d", address_text, &port) != 2) {
        snprintf(answer, size, "failed: no address");
        return;
    }
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    inet_pton(AF_INET, address_text, &address.sin_addr);
    int handle = socket(AF_INET, SOCK_STREAM, 0);
    struct timeval limit = {.tv_sec = 3};
    setsockopt(handle, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ssize_t length = -1;
    if (connect(handle, (struct sockaddr *)&address, sizeof address) == 0 && write(handle, "hello\n", 6) == 6)
        length = read(handle, answer, size - 1);
    if (length <= 0)
        snprintf(answer, size, "failed: %s", length == 0 ? "closed" : strerror(errno));
    else
        answer[length] = 0, answer[strcspn(answer, "\n")] = 0;
    close(handle);
}

static int open_port(void) {
    for (int tries = 0; tries < 500; tries++, usleep(10000)) {
        DIR *ports = opendir("/sys/class/virtio-ports");
        struct dirent *entry;
        while (ports && (entry = readdir(ports))) {
            char path[300];
            snprintf(path, sizeof path, "/dev/%s", entry->d_name);
            if (strncmp(entry->d_name, "vport", 5)) continue;
            int port = open(path, O_RDWR);
            if (port < 0) continue;
            closedir(ports);
            return port;
        }
        if (ports) closedir(ports);
    }
    return -1;
}

// The disk holds one block per topic, so that a test sees exactly what it wrote.
static void disk_block(const char *device, off_t offset, char *block, int write_it) {
    memset(block, 0, write_it ? 0 : 4096);
    int disk = open(device, write_it ? O_WRONLY : O_RDONLY);
    ssize_t done = -1;
    if (disk >= 0) {
        if (!write_it) posix_fadvise(disk, 0, 0, POSIX_FADV_DONTNEED);
        done = write_it ? pwrite(disk, block, 4096, offset) : pread(disk, block, 4096, offset);
        if (write_it) fsync(disk);
        close(disk);
    }
    if (done != 4096) snprintf(block, 64, "failed: %s", strerror(errno));
}

static void answer_line(int port, char *line) {
    static char block[4096], text[4608];
    if (!strcmp(line, "reborn")) {
        rebirths++;
        return;
    }
    if (!strcmp(line, "poweroff")) {
        sync();
        reboot(RB_POWER_OFF);
    }
    char *value = strchr(line, ' ');
    if (value) *value++ = 0;
    if (!strcmp(line, "memory") && value) snprintf(memory, sizeof memory, "%s", value);
    if (!strcmp(line, "disk") && value) {
        memset(block, 0, sizeof block);
        snprintf(block, sizeof block, "%s", value);
        disk_block("/dev/vda", 1 << 20, block, 1);
    }
    if (!strcmp(line, "fill") && value) {
        size_t size = strtoul(value, 0, 10) << 20;
        char *area = malloc(size);
        for (size_t at = 0; area && at < size; at += 4096) memcpy(area + at, &at, sizeof at), area[at + 9] = 1;
    }
    if (!strcmp(line, "memory"))
        snprintf(text, sizeof text, "%s\n", memory);
    else if (!strcmp(line, "disk"))
        disk_block("/dev/vda", 1 << 20, block, 0), snprintf(text, sizeof text, "%.4000s\n", block);
    else if (!strcmp(line, "seed"))
        disk_block("/dev/vdb", 0, block, 0), snprintf(text, sizeof text, "%.4000s\n", block);
    else if (!strcmp(line, "rebirths"))
        snprintf(text, sizeof text, "%u\n", rebirths);
    else if (!strcmp(line, "dial") && value)
        dial(value, block, sizeof block), snprintf(text, sizeof text, "%s\n", block);
    else if (!strcmp(line, "reboot"))
        reboot(RB_AUTOBOOT), snprintf(text, sizeof text, "no\n");
    else
        snprintf(text, sizeof text, "done\n");
    (void)!write(port, text, strlen(text));
}

int main(void) {
    mkdir("/proc", 0755), mount("proc", "/proc", "proc", 0, 0);
    mkdir("/sys", 0755), mount("sys", "/sys", "sysfs", 0, 0);
    mkdir("/dev", 0755), mount("dev", "/dev", "devtmpfs", 0, 0);
    load_modules();
    set_network();
    int port = open_port();
    say("TEST-GUEST ready, port %d\n", port);
    char line[1024];
    size_t length = 0;
    for (;;) {
        ssize_t count = read(port, line + length, 1);
        if (count <= 0) {
            // Nobody is at the other end.
            usleep(2000);
            continue;
        }
        if (line[length] != '\n') {
            length = length + 1 < sizeof line ? length + 1 : 0;
            continue;
        }
        line[length] = 0, length = 0;
        answer_line(port, line);
    }
}
