//! The REST table says the same as the `google.api.http` options of the schema.

use std::collections::BTreeSet;

use autovibe_hub::api::{
    BUDGET_ROUTES, EGRESS_ROUTES, REST_FLAGS, REST_ROUTES, SECRET_ROUTES, TELEMETRY_ROUTES,
};
use autovibe_proto::DESCRIPTOR_SET;
use prost_reflect::{DescriptorPool, Kind, MethodDescriptor, Value};

const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];

/// Method and path that the option of a call states.
fn stated(call: &MethodDescriptor) -> Option<(String, String)> {
    let pool = call.parent_pool();
    let extension = pool.get_extension_by_name("google.api.http").unwrap();
    let options = call.options();
    let Value::Message(rule) = options.get_extension(&extension).into_owned() else { return None };
    METHODS.iter().find(|method| rule.has_field_by_name(method)).map(|method| {
        let path = rule.get_field_by_name(method).unwrap();
        (method.to_uppercase(), path.as_str().unwrap().to_owned())
    })
}

fn calls() -> Vec<MethodDescriptor> {
    calls_of("HubService")
}

fn calls_of(service: &str) -> Vec<MethodDescriptor> {
    let pool = DescriptorPool::decode(DESCRIPTOR_SET).unwrap();
    let service = pool.get_service_by_name(&format!("autovibe.hub.v1.{service}")).unwrap();
    service.methods().collect()
}

/// What a service's options state is what its table says.
fn check_table(service: &str, routes: &[(&str, &str, &str)]) {
    let expected: BTreeSet<_> = calls_of(service)
        .iter()
        .filter_map(|call| stated(call).map(|(method, path)| (method, path, call.name().to_lowercase())))
        .collect();
    assert!(expected.len() >= 3, "the options of {service} were read");
    let table: BTreeSet<_> = routes
        .iter()
        .map(|(method, path, call)| ((*method).to_owned(), (*path).to_owned(), call.replace('_', "")))
        .collect();
    assert_eq!(table, expected, "{service}");
}

#[test]
fn the_tables_of_the_smaller_services_say_the_same_as_their_options() {
    check_table("BudgetService", BUDGET_ROUTES);
    check_table("EgressService", EGRESS_ROUTES);
    check_table("SecretService", SECRET_ROUTES);
    check_table("TelemetryService", TELEMETRY_ROUTES);
}

#[test]
fn every_call_with_an_option_is_in_the_table_and_no_other() {
    let expected: BTreeSet<_> = calls()
        .iter()
        .filter_map(|call| stated(call).map(|(method, path)| (method, path, call.name().to_lowercase())))
        .collect();
    assert!(expected.len() > 25, "the options were read");
    let table: BTreeSet<_> = REST_ROUTES
        .iter()
        .map(|(method, path, call)| ((*method).to_owned(), (*path).to_owned(), call.replace('_', "")))
        .collect();
    assert_eq!(table, expected);
}

#[test]
fn every_flag_of_a_query_is_known() {
    let mut flags = BTreeSet::new();
    for call in calls() {
        let is_query = stated(&call).is_some_and(|(method, _)| method == "GET" || method == "DELETE");
        for field in call.input().fields().filter(|_| is_query) {
            if field.kind() == Kind::Bool {
                flags.insert(field.name().to_owned());
                flags.insert(field.json_name().to_owned());
            } else {
                assert!(!REST_FLAGS.contains(&field.name()), "{} is no flag", field.full_name());
            }
        }
    }
    assert_eq!(flags, REST_FLAGS.iter().map(|flag| (*flag).to_owned()).collect());
}
