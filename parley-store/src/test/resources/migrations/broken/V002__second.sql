create table second (id nonsense);
