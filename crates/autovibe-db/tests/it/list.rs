//! Lists: pages, filters and orders.

use autovibe_proto::db::v1::{ListMachinesRequest, ListMachinesResponse};
use autovibe_proto::v1::{Machine, MachineState, Project};
use autovibe_proto::{ErrorKind, failure_of};

use crate::database::{Clients, TestDatabase, insert, new_machine};

async fn list(hub: &mut Clients, request: ListMachinesRequest) -> ListMachinesResponse {
    hub.machines.list_machines(request).await.unwrap().into_inner()
}

async fn add(hub: &mut Clients, project: &Project, names: &[&str]) {
    let writes = names.iter().enumerate().map(|(place, name)| {
        let parent_id = (place % 3 == 0).then(|| format!("parent-{}", place % 2));
        let state = if place % 2 == 0 { MachineState::Ready } else { MachineState::Working };
        insert(
            "Machine",
            &Machine {
                name: (*name).into(),
                parent_id,
                state: state as i32,
                event_sequence: i64::try_from(place).unwrap_or(0) - 2,
                ..new_machine(project)
            },
        )
    });
    hub.commit(writes.collect()).await.unwrap();
}

async fn names(hub: &mut Clients, filter: &str, order_by: &str) -> String {
    let request = ListMachinesRequest {
        filter: filter.into(),
        order_by: order_by.into(),
        ..ListMachinesRequest::default()
    };
    let names: Vec<String> =
        list(hub, request).await.machines.into_iter().map(|machine| machine.name).collect();
    names.concat()
}

#[tokio::test]
async fn pages_hold_every_row_once_while_rows_are_added() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    let letters: Vec<String> =
        (b'a'..=b'y').step_by(2).map(|letter| char::from(letter).to_string()).collect();
    add(&mut hub, &project, &letters.iter().map(String::as_str).collect::<Vec<_>>()).await;
    for order in ["name", "name desc", "parent_id, name", "parent_id desc, name desc", "state desc, id", ""] {
        let mut request =
            ListMachinesRequest { page_size: 4, order_by: order.into(), ..ListMachinesRequest::default() };
        let mut seen = Vec::new();
        let whole = names(&mut hub, "", order).await;
        loop {
            let page = list(&mut hub, request.clone()).await;
            assert!(page.machines.len() <= 4);
            seen.extend(page.machines.into_iter().map(|machine| machine.name));
            if page.next_page_token.is_empty() {
                break;
            }
            request.page_token = page.next_page_token;
        }
        assert_eq!(seen.concat(), whole, "{order}");
        assert_eq!(seen.len(), letters.len(), "{order}");
    }
    let mut request =
        ListMachinesRequest { page_size: 4, order_by: "name".into(), ..ListMachinesRequest::default() };
    let first = list(&mut hub, request.clone()).await;
    // One before and one behind the place that was reached.
    add(&mut hub, &project, &["b", "z"]).await;
    let mut seen: Vec<String> = first.machines.into_iter().map(|machine| machine.name).collect();
    request.page_token = first.next_page_token;
    request.page_size = 1000;
    seen.extend(list(&mut hub, request).await.machines.into_iter().map(|machine| machine.name));
    assert_eq!(seen.concat(), "acegikmoqsuwyz");
}

#[tokio::test]
async fn filters_compare_fields_of_every_kind() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    add(&mut hub, &project, &["a", "b", "c", "d", "e", "f"]).await;
    for (filter, expected) in [
        ("name = \"c\"", "c"),
        ("name != 'c' AND name <= \"d\"", "abd"),
        ("state = READY", "ace"),
        ("state = MACHINE_STATE_WORKING", "bdf"),
        ("state = 4 AND event_sequence > 0", "df"),
        ("event_sequence<=-1", "ab"),
        ("parent_id = null", "bcef"),
        ("parent_id != null", "ad"),
        ("parent_id != \"parent-0\"", "bcdef"),
        ("create_time >= \"2023-11-14T22:13:20Z\"", "abcdef"),
        ("create_time < \"2023-11-14T22:13:20Z\"", ""),
        ("name = \"'; DROP TABLE machines; --\"", ""),
    ] {
        assert_eq!(names(&mut hub, filter, "name").await, expected, "{filter}");
    }
}

#[tokio::test]
async fn what_a_list_cannot_do_is_said() {
    let database = TestDatabase::open();
    let mut hub = database.hub().await;
    let project = hub.project().await;
    add(&mut hub, &project, &["a", "b"]).await;
    let refused = [
        ("name", "", ""),
        ("name = ", "", ""),
        ("name = \"a", "", ""),
        ("name = a OR name = b", "", ""),
        ("name = a name = b", "", ""),
        ("no_such = 1", "", ""),
        ("handle = \"x\"", "", ""),
        ("spec = \"x\"", "", ""),
        ("event_sequence = \"x\"", "", ""),
        ("state = NO_SUCH_STATE", "", ""),
        ("name = null", "", ""),
        ("", "no_such", ""),
        ("", "name up", ""),
        ("", "spec", ""),
        ("", "name, name", ""),
        ("", "", "bm90IGEgdG9rZW4"),
    ];
    for (filter, order_by, page_token) in refused {
        let request = ListMachinesRequest {
            filter: filter.into(),
            order_by: order_by.into(),
            page_token: page_token.into(),
            ..ListMachinesRequest::default()
        };
        let failed = failure_of(&hub.machines.list_machines(request).await.unwrap_err());
        assert_eq!(failed.kind, ErrorKind::InvalidArgument, "{filter} {order_by} {page_token}");
    }
    // A token belongs to the list that it came from.
    let first = list(&mut hub, ListMachinesRequest { page_size: 1, ..ListMachinesRequest::default() }).await;
    let other = ListMachinesRequest {
        page_token: first.next_page_token,
        order_by: "name".into(),
        ..ListMachinesRequest::default()
    };
    assert!(hub.machines.list_machines(other).await.is_err());
}
