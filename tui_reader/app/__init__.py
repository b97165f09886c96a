"""Use cases that span packages: import, clean again, amend, undo. What one package does alone is called there.

session     Session: one reader's library, settings and glossary, opened on first use, and the use cases on them
importing   sources → cleaned and tagged → stored, with an outcome for each
converting  text converted as one document
recleaning  articles of the library cleaned once more: by the installed rules, or because lines were amended
preparing   bytes → cleaned and tagged, without side effects, so that other processes can do it
repairing   what was lost of a damaged library imported again; backups written by themselves
undoing     changes undone, and recorded so that a later run can undo them
workers     the same for many documents in several processes, in order
"""
