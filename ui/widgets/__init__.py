"""The shared widgets: a feature describes its lists and fields, and these show them everywhere alike."""
