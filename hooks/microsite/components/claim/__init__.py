"""An evidence mark in a sentence."""
