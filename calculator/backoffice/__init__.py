"""The back office: where municipalities keep their schemes. The only place with accounts."""
