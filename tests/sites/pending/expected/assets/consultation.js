// The small site corrects nothing.
