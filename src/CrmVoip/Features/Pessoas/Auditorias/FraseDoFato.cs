using CrmVoip.Domain.Atividades;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>How one kind of fact is told. Alvo: the member something was done to, where the record knows the name.</summary>
internal sealed record FraseDoFato(string Acao, Assunto Assunto, Func<Atividade, string?, string> Texto)
{
    public static FraseDoFato De<T>(Assunto assunto, Func<T, string?, string> frase)
        where T : Atividade, new() => new(new T().Acao, assunto, (atividade, alvo) => frase((T)atividade, alvo));

    public static string Com(string antes, string? valor, string depois = "", string sem = "") => string.IsNullOrEmpty(valor) ? sem : antes + valor + depois;
}
