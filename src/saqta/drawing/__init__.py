"""Pictures of figures: lying bars and a map of the regions, drawn once as SVG and used three ways.

The same drawing stands in a page, is downloaded as it is, and becomes a PNG for those whose tools take nothing else;
its numbers go beside it as a table. The room never counts anything and never decides what a colour means for a person:
it is given lengths, words and colours. It uses ``basis`` for languages and files, and nothing else of the house. Its
doors: ``bars.bars``, ``tiles.tiles`` and ``pictures.write_picture``.
"""
