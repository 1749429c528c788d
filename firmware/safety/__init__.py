"""The reviewed core: integers only, no input or output, imports only itself."""
