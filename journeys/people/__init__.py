"""The people a journey meets: who they are, what they did, and shops made up to try it on."""
