"""The atlas as a folder of static pages and data that opens without any server: `python -m pages.kit.snapshot FOLDER`.

Its figures are those of the screen: the same scripts draw the same data, made by the same handouts. Nothing in it asks another host.
"""
