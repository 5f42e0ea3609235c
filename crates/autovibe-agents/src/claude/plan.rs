//! The plan that Claude Code keeps with its own tools.

use autovibe_proto::v1::AgentPlanItem;
use serde_json::Value;

/// More items than this are not worth showing.
const MAX_ITEMS: usize = 200;

/// Follows the tools that write the plan: one that replaces it whole, and a pair that adds and changes items.
#[derive(Debug, Default)]
pub(super) struct Plan {
    items: Vec<AgentPlanItem>,
}

impl Plan {
    /// The items in order.
    pub(super) fn items(&self) -> &[AgentPlanItem] {
        &self.items
    }

    /// Takes in a tool call; true when the plan changed.
    pub(super) fn apply(&mut self, tool: &str, input: &Value) -> bool {
        match tool {
            "TodoWrite" => self.replace(input),
            "TaskCreate" => self.add(input),
            "TaskUpdate" => self.update(input),
            _ => false,
        }
    }

    fn replace(&mut self, input: &Value) -> bool {
        let Some(todos) = input.get("todos").and_then(Value::as_array) else { return false };
        self.items = todos
            .iter()
            .take(MAX_ITEMS)
            .map(|todo| AgentPlanItem {
                text: text_of(todo, "content"),
                status: status_of(todo.get("status").and_then(Value::as_str).unwrap_or_default()),
            })
            .collect();
        true
    }

    fn add(&mut self, input: &Value) -> bool {
        if self.items.len() >= MAX_ITEMS {
            return false;
        }
        self.items.push(AgentPlanItem { text: text_of(input, "subject"), status: status_of("pending") });
        true
    }

    fn update(&mut self, input: &Value) -> bool {
        // Items are numbered from one in the order in which they were made.
        let number = match input.get("taskId") {
            Some(Value::String(text)) => text.parse::<usize>().ok(),
            Some(value) => value.as_u64().and_then(|number| usize::try_from(number).ok()),
            None => None,
        };
        let Some(item) = number.and_then(|number| number.checked_sub(1)).and_then(|i| self.items.get_mut(i))
        else {
            return false;
        };
        if let Some(status) = input.get("status").and_then(Value::as_str) {
            item.status = status_of(status);
        }
        if let Some(subject) = input.get("subject").and_then(Value::as_str) {
            subject.clone_into(&mut item.text);
        }
        true
    }
}

fn text_of(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn status_of(status: &str) -> String {
    match status {
        "in_progress" | "completed" => status.to_owned(),
        // An item that was struck off needs no more work.
        "deleted" | "cancelled" => "completed".to_owned(),
        _ => "pending".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_written_list_replaces_the_plan() {
        let mut plan = Plan::default();
        let input = json!({"todos": [{"content": "a", "status": "completed"}, {"content": "b", "status": "in_progress"}]});
        assert!(plan.apply("TodoWrite", &input));
        assert_eq!(plan.items()[1], AgentPlanItem { text: "b".into(), status: "in_progress".into() });
        assert!(plan.apply("TodoWrite", &json!({"todos": []})));
        assert!(plan.items().is_empty());
    }

    #[test]
    fn items_are_changed_by_their_number() {
        let mut plan = Plan::default();
        assert!(plan.apply("TaskCreate", &json!({"subject": "a"})));
        assert!(plan.apply("TaskUpdate", &json!({"taskId": "1", "status": "completed"})));
        assert_eq!(plan.items()[0].status, "completed");
        assert!(!plan.apply("TaskUpdate", &json!({"taskId": "7", "status": "completed"})));
        assert!(!plan.apply("Bash", &json!({})));
    }
}
