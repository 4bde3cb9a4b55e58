create table third (id bigint primary key);
