/// What Parley keeps, and the server that keeps it.
///
/// | package | what it is |
/// | --- | --- |
/// | `embedded` | a PostgreSQL that runs as a child |
/// | `database` | the pool of connections, and migrations |
/// | `journal` | changes to rows in group commits, and rows to a license's state |
/// | `history` | answers to queries |
/// | `license` | which licenses there are |
/// | `file` | which files were uploaded |
/// | `outbox` | what webhooks have to send |
/// | `row`, `codec` | rows and JSON as values of the core |
///
/// The tables of `V001__licenses.sql`. Every key begins with the license:
///
///     license      id │ organization_id, name, plan, region, settings, created_at, epoch, seq
///     agent_group  license_id, id │ name, language_code, properties, deleted
///     agent        license_id, id │ account_id, public_id, name, permission, groups, …,
///                                   last_routing_status
///     customer     license_id, id │ name, email, fields, statistics, last_visit, …
///     chat         license_id, id │ created_at, group_ids, followers, properties, last_thread_id,
///                                   last_thread_created_at, active
///     chat_user    license_id, chat_id, user_key │ position, present, visibility,
///                                   events_seen_up_to
///     thread       license_id, id │ chat_id, ordinal, created_at, closed_at, group_ids, tags,
///                                   user_keys, properties
///     event        license_id, thread_id, number │ chat_id, created_at, type, author, recipients,
///                                   body, properties, custom_id
///
/// Beside them, of `V007__configuration.sql`:
///
///     former_agent         license_id, id │ public_id, name, …: agents who were deleted
///     property_definition  license_id, namespace, name │ definition
///     provisioned          license_id, item │ fingerprint: what files said last
///
/// Of `V009__reached_goals.sql`:
///
///     reached_goal         license_id, customer_id, reached_at, goal_id │ goal_name, thread_id
///
/// - `epoch` says who may write: it is raised when a writer takes the license over. `seq` is the
///   number of the last change.
/// - A user of either kind is a `user_key`: `a:<agent id>` or `c:<customer id>`.
/// - `position` is the order in which users came to a chat, and a customer to his chats: the number
///   of the change that brought them.
/// - How many events a thread has, and when the last one was, is nowhere but in its events: a
///   message is one row, one entry of one index, and the license's `seq` once per group.
/// - Group 0 stands for every agent.
/// - There are no foreign keys: rows come from changes that the core has decided.
@NullMarked
package io.parley.store;

import org.jspecify.annotations.NullMarked;
