"""The rules of a journey a second time, plainly, to hold the engine against."""
