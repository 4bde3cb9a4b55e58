-- After a rush there is much to clean up behind deliveries, beside people who write again: a fifth of the usual pace.
alter table webhook_delivery set (autovacuum_vacuum_cost_delay = 10);
