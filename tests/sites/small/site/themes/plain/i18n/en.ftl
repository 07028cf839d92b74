greeting = Good day
