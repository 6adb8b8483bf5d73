/** A bot for the tests of Local Discord that ends before it is ready. */
process.stderr.write('the dataset has 3 faults\n')
process.exitCode = 1
