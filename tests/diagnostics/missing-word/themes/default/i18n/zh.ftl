my-own-word = 我的
