"""tbd."""


def table(environ, app, write):
    return ""
