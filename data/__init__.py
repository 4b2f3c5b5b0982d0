"""Seeds to checked tables: facts typed by hand become the tables of data/built. No streamlit, no geometry."""
