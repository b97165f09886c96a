"""Word segmentation: the most probable path through the lattice of all words in a text.

segmenter  segments a text, with MeCab and a compiled dictionary
compile    builds the dictionaries from word lists, at build time
mecab      writes them in MeCab's format
costs      prices words without a frequency, with the same lattice in Python

The build hook of the project runs compile when the package is built.
"""
