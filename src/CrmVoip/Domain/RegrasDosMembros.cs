namespace CrmVoip.Domain;

/// <summary>Who may change whose membership. An organization always keeps an active administrador.</summary>
public static class RegrasDosMembros
{
    /// <param name="administradores">The active ones, read under their lock.</param>
    /// <param name="quem">Who changes.</param>
    /// <param name="alvo">Whose membership.</param>
    /// <exception cref="RegraVioladaException">With the reason, for the person.</exception>
    public static void ConferirMudanca(IReadOnlyCollection<Guid> administradores, Guid quem, Guid alvo)
    {
        if (quem == alvo)
        {
            throw new RegraVioladaException("Ninguém muda o próprio acesso. Peça a outro administrador.");
        }

        if (administradores.All(a => a == alvo))
        {
            throw new RegraVioladaException("A organização precisa de ao menos um administrador ativo.");
        }

        // The rights of the request were checked before the lock: somebody else may have changed them meanwhile.
        if (!administradores.Contains(quem))
        {
            throw new RegraVioladaException("Você não é mais administrador desta organização.");
        }
    }
}
