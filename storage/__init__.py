"""Tables, one store per concept, engine and migrations. Takes and gives domain values, never rows."""
