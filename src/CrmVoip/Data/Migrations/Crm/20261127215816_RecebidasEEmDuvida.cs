using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>What is asked for often and is rare among all: inbound calls, and records that may be several calls.</summary>
    public partial class RecebidasEEmDuvida : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_registros_do_provedor_em_duvida",
                table: "registros_do_provedor",
                columns: new[] { "organizacao_id", "comeco_em" },
                filter: "cardinality(candidatas) > 0");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_recebidas",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "inicio_em" },
                filter: "direcao = 'entrada'");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registros_do_provedor_em_duvida",
                table: "registros_do_provedor");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_recebidas",
                table: "ligacoes");
        }
    }
}
