using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Who gets what is open under the name of somebody whose access ended.</summary>
    public partial class Sucessores : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "sucessor_id",
                table: "membros",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_membros_organizacao_id_sucessor_id",
                table: "membros",
                columns: new[] { "organizacao_id", "sucessor_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_membros_membros_organizacao_id_sucessor_id",
                table: "membros",
                columns: new[] { "organizacao_id", "sucessor_id" },
                principalTable: "membros",
                principalColumns: new[] { "organizacao_id", "usuario_id" },
                onDelete: ReferentialAction.Restrict);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_membros_membros_organizacao_id_sucessor_id",
                table: "membros");

            migrationBuilder.DropIndex(
                name: "ix_membros_organizacao_id_sucessor_id",
                table: "membros");

            migrationBuilder.DropColumn(
                name: "sucessor_id",
                table: "membros");
        }
    }
}
