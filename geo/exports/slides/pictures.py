"""A figure that has no native chart as a sharp picture with its words."""

from io import BytesIO

from PIL import Image
from pptx.slide import Slide as Page

from geo.exports.slides.clean import clean
from geo.exports.slides.content import Exhibit
from geo.exports.slides.look import Box
from geo.messages import say


def draw_picture(page: Page, exhibit: Exhibit, box: Box, png: bytes) -> None:
    """Put a picture into the middle of a box, as large as it fits, with its alternative text."""
    with Image.open(BytesIO(png)) as image:
        width, height = image.size
    scale = min(box.width / width, box.height / height)
    place = Box(box.left + (box.width - width * scale) / 2, box.top, width * scale, height * scale)
    shape = page.shapes.add_picture(BytesIO(png), *place.emu)
    shape.name = say("Figure")
    shape.element.xpath(".//p:cNvPr")[0].set("descr", clean(exhibit.alternative))
