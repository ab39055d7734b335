namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Words that somebody who guesses would try for this person besides name and e-mail: the organization's. For one request.</summary>
public sealed class ContextoDaSenha
{
    private readonly List<string> _palavras = [];

    public IReadOnlyList<string> Palavras => _palavras;

    public void Conhecer(string texto) => _palavras.Add(texto);
}
