def clean(s: str) -> str:
    return s
