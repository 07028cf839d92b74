tab-targets = 目标
