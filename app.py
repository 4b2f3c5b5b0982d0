"""The LAC Citizen Security Atlas: `streamlit run app.py` serves it.

Streamlit loads this file twice: once as a module, to find the server (`app`), and as the script that it runs for each
visitor and interaction.
"""

import streamlit as st

from pages.kit import embed, router, serve

if __name__ == "__main__":
    router.run(embed.show)
else:
    app = st.App(__file__, lifespan=serve.start, routes=serve.ROUTES, middleware=serve.MIDDLEWARE)
