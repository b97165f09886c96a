"""Texts cut into words: a lattice of all the words that stand in a text, and the most probable path through it.

segmenter  cuts a text, with MeCab over a compiled dictionary
compile    makes the dictionaries from word lists, at build time
mecab      writes them in the format of MeCab
costs      what words cost that have no frequency, by the same lattice in Python
build_hook runs compile when the package is built
"""
