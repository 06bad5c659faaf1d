"""What a film will cost, who pays for it, and when it is made.

Words: line, chapter (with a cap), net, tax and gross, financing plan (asked, own, partners, each with its proof), phase.
Neighbours: kept under the name of whatever it belongs to ("application:12"), which tells the room who may see and write.
"""
