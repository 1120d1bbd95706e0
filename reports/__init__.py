"""Reports: data in, bytes out. `data` is what they take, `documents` what a workshop is asked to make."""
