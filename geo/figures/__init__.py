"""One module a kind of figure; each turns a view into what a figure draws and knows nothing of the screen."""
