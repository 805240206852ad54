-- The tables are dropped by the migrations below this one; their collation needs no undoing.
SELECT 1;
