"""``python -m saqta``."""

from saqta.channels.cli.main import run

if __name__ == "__main__":
    run()
