print("rummage")
