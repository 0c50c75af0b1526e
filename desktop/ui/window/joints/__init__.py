"""The joints of the workbench, a module a pane: who wishes, who carries it out, who follows what."""
