//! The room as a whole, on readings in memory.

mod catalogue;
mod decided;
mod deliveries;
mod fates;
mod forms;
mod joint;
mod kept;
mod order;
mod severities;
mod stage;
