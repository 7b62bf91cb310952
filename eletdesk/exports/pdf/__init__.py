"""The one room with reportlab: draw pages, protect them, show them."""
