using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Edicoes;

namespace CrmVoip.Features.Vendas.Oportunidades;

public sealed record EdicaoDaOportunidade(uint Versao, CamposDaOportunidade Novos, IReadOnlyCollection<string> Campos)
    : Edicao<CamposDaOportunidade>(Versao, Novos, Campos)
{
    /// <summary>Made with the edit, where Novos chooses none.</summary>
    public NovoContato? Contato { get; init; }
}
