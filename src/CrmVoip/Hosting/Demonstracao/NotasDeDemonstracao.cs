using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;

namespace CrmVoip.Hosting.Demonstracao;

/// <summary>A note about a deal, in which its author names the deal's responsável, and the word of it.</summary>
public static class NotasDeDemonstracao
{
    // Not one of the first, which the simulated telephones are of.
    private const int Oportunidade = 20;

    public static IEnumerable<object> De(OrganizacaoDemo demo, Guid[] pessoas, IReadOnlyList<Oportunidade> oportunidades, DateTimeOffset agora)
    {
        if (oportunidades.Count <= Oportunidade)
        {
            yield break;
        }

        var oportunidade = oportunidades[Oportunidade];
        var responsavel = Array.IndexOf(pessoas, oportunidade.ResponsavelId);
        var autor = pessoas[^1];
        var escritaEm = agora.AddHours(-3);
        var nota = Nota.DaOportunidade(
            oportunidade.OrganizacaoId, oportunidade.Id, autor, $"@{demo.Vinculos[responsavel].Pessoa.Nome}, o síndico quer a visita ainda esta semana.", escritaEm);
        yield return nota;
        yield return Recado.Mencao(nota, oportunidade.ResponsavelId, autor, escritaEm);
        var escrita = new NotaEscrita();
        yield return new AuditLog(nota.OrganizacaoId, escrita.Acao, escrita.Entidade, nota.Id)
        {
            OcorridoEm = escritaEm,
            UsuarioId = autor,
            OportunidadeId = oportunidade.Id,
            Dados = Atividades.Escrever(escrita),
        };
    }
}
