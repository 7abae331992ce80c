"""Writers of paper: domain values in, the bytes of xlsx, pdf and docx files out."""
