"""Use cases that span packages: import, re-clean, amend, undo. Callers use a single package directly.

session     Session: library, settings and glossary of one user, opened on first use, and the use cases on them
excerpting  why a query lists articles
exporting   articles of the library as documents to export
export_files  documents written to files
commands    external commands, their input and output
pictures    pictures imported with an article
piping      what such a command gets of an article
shown_article  an article as the screen shows it
importing   sources → cleaned and tagged → stored, with an outcome for each
converting  text converted as one document
recleaning  articles re-cleaned from their stored sources, by the installed rules or after lines were amended
preparing   bytes → cleaned and tagged, without side effects, so that other processes can run it
progress    how far articles were read
restoring   what a person did with an article elsewhere comes along with it
repairing   re-import of what a damaged library lost; automatic backups
updating    feeds: subscriptions, and import of new items
preferences settings in force and their origins, changed and reset
config_file config.toml: one setting written with all comments kept, the commented file
undoing     undo changes, also of earlier runs: the library's journal records them
workers     the same for many documents in several processes, results in order
"""
