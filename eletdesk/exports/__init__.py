"""Make what leaves the desk: dossiers, sheets and summaries, as bytes in memory."""
