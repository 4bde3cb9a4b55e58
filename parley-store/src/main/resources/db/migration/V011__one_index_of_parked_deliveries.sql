-- What is released is parked still: one index finds both, and a delivery on its way is in neither.
drop index webhook_delivery_released;
