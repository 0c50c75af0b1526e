"""Formats of people who make data: tokens in columns, JSON of annotation tools."""
