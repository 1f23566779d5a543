"""Home: where a journey is begun or gone on with."""
