"""Views as files: what leaves the atlas, made from a handout, the same bytes for the same view; no streamlit."""
