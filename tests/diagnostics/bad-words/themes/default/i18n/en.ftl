tab-text = Text
plans title = Plans
