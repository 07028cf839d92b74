greeting = 您好
