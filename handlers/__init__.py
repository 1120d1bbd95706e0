"""The conversation: one module per job a person does. Each reads input, calls one service and returns replies."""
